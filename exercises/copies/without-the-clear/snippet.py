import numpy as np
a = np.array([1, 2, 3])
b = a.copy()
x = [a, b]
y = x.copy()
y[0][0] = 10
y[1] = a
del a
del x
y.clear()
