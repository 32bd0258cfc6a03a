"""A matrix product layer, and the numbers that an article printed for it.

The layer is right. The printed numbers are not: GradLens marks them.
"""

import numpy as np


# @gradcheck A=[[1, 2], [3, 4]], B=[[5, 6], [7, 8]], upstream=ones
class MatMul:
    def forward(self, A, B):
        self.A = A
        self.B = B
        return np.dot(A, B)

    def backward(self, dout):
        dA = np.dot(dout, self.B.T)
        dB = np.dot(self.A.T, dout)
        return dA, dB


# @gradcheck A=[[1, 2], [3, 4]], B=[[5, 6], [7, 8]]
# @grad A = [[13, 15], [13, 15]]
# @grad B = [[4, 6], [4, 6]]
def article(A, B):
    """The same product; the claims are the gradients as the article prints them."""
    return A @ B
