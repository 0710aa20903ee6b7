row = [1, 2]
grid = [row, row]
row.append(3)
copy = list(grid)
del row
del grid
copy.pop()
del copy
