"""Three operations composed by hand: f(x, y) = x*y + x², at (2, 3).

x is used twice, so its gradient is the sum over both ways back.
"""


class Multiply:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x * y

    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy


class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Square:
    def forward(self, x):
        self.x = x
        return x**2

    def backward(self, dout):
        return dout * 2 * self.x


multiply = Multiply()
add = Add()
square = Square()

x_value = 2
y_value = 3

product = multiply.forward(x_value, y_value)
squared = square.forward(x_value)
final_output = add.forward(product, squared)

d_product, d_squared = add.backward(1)
dx_sq = square.backward(d_squared)
dx_mult, dy = multiply.backward(d_product)

dx = dx_sq + dx_mult  # @grad d(final_output)/d(x_value)
dy = dy  # @grad d(final_output)/d(y_value)

print("output:", final_output)
print("dx:", dx, "dy:", dy)
