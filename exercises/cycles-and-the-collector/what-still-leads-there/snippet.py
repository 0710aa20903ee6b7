{{a}} = [{{x}}]
{{b}} = [{{a}}]
{{c}} = [{{b}}]
{{a}}.append({{c}})
{{first}} = None
{{second}} = {{end}}
