import gc
a = [1]
b = [2, a]
a.append(b)
c = [3]
del c
del a
del b
gc.collect()
