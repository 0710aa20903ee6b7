import numpy as np
{{a}} = np.arange({{n}})
{{v}} = {{a}}[{{i}}:]
{{box}} = [{{a}}, {{v}}]
{{goneA}}
{{b}} = {{box}}[0]
{{goneBox}}
{{goneV}}
del {{b}}
