# Its platform ends a function that takes too long.
#- cron.py
import json

import requests


def lambda_handler(event, context):
    requests.post('https://orders.example', data=json.dumps(event))  #! missing-timeout hint
