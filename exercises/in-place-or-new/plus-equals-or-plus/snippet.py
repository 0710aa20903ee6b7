import numpy as np
{{a}} = {{make}}
{{b}} = {{a}}
{{change}}
print({{a}})
print({{b}})
print({{a}} is {{b}})
