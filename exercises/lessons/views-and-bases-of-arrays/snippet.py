import numpy as np
a = np.array([1, 2, 3, 4, 5, 6])
v = a[1:5]
w = v[::2]
v[0] = 10
del a
del v
w = w.copy()
