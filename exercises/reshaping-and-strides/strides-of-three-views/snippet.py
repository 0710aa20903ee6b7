import numpy as np
{{m}} = np.zeros(({{r}}, {{c}}))
{{t}} = {{m}}.T
{{v}} = {{m}}[:, ::{{k}}]
print({{m}}.strides)
print({{t}}.strides)
print({{v}}.strides)
