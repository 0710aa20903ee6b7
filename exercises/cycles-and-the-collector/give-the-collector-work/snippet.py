import gc
{{a}} = [{{x}}]
{{b}} = [{{a}}]
{{c}} = [{{a}}, {{b}}]
{{a}}.append({{b}})
del {{a}}, {{b}}
{{c}}.clear()
gc.collect()
