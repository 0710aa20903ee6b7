{{a}} = [{{xs}}]
{{b}} = {{a}}
{{c}} = {{build}}
{{change}}
{{d}} = {{last}}
