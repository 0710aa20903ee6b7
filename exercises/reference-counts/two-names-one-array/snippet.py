import numpy as np
A = np.array([1, 2, 3])
B = A
B[0] = 10
del A
del B
