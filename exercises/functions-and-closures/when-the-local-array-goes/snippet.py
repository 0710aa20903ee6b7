import numpy as np
def work(v):
    w = v + 1
    v[0] = w[2]
    return v
a = np.array([1, 2, 3])
b = work(a)
del a
del b
