import numpy as np
{{a}} = [{{xs}}]
{{x}} = np.array([{{xs}}])
{{b}} = {{a}}[:]
{{y}} = {{x}}[:]
{{b}}[{{i}}] = {{n}}
{{y}}[{{i}}] = {{n}}
