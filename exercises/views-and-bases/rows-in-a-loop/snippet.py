import numpy as np
{{m}} = np.array([[{{x}}, {{y}}], [{{z}}, {{u}}]])
for {{row}} in {{m}}:
    {{row}} *= {{k}}
    {{row}} = {{row}} + {{n}}
{{col}} = {{m}}[:, 0]
{{col}}[1] = {{new}}
print({{m}}[0])
print({{m}}[1])
print({{row}})
