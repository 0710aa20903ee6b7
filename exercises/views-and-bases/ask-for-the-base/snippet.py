import numpy as np
{{a}} = np.arange({{n}})
{{v}} = {{a}}[{{i}}:]
{{w}} = {{v}}[:{{k}}]
{{c}} = {{other}}
print({{a}}.base is None)
print({{v}}.base is {{a}})
print({{w}}.base is {{v}})
print({{w}}.base is {{a}})
print({{c}}.base is None)
