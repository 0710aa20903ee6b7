import numpy as np
{{a}} = np.arange({{n}})
{{heads}} = [{{a}}[:{{k}}], {{a}}[{{k}}:].copy()]
{{b}} = {{heads}}[{{i}}]
{{a}} = {{end}}
