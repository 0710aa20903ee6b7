import numpy as np
jobs = []
def {{f}}():
    big = np.arange({{n}})
    jobs.append(lambda: {{what}} * {{k}})
{{f}}()
print(jobs[0]())
