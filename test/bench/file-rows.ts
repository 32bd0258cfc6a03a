/** The rows of the large file as JSON, from a process in which nothing else has run. */
import { checkedFile } from './file';

console.log(JSON.stringify(await checkedFile()));
