import gc
{{a}} = [{{x}}]
{{b}} = [{{a}}]
{{a}}.append({{b}})
{{c}} = [{{b}}]
{{gone}}
gc.collect()
