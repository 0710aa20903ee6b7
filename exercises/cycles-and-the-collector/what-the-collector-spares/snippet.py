import gc
{{a}} = [{{x}}]
{{b}} = [{{a}}]
{{a}}.append({{b}})
{{c}} = [{{y}}]
{{c}}.append({{c}})
{{d}} = {{outside}}
{{gone}}
gc.collect()
{{d}} = None
gc.collect()
