import ssl
from pathlib import Path

import program

PEM = """-----BEGIN CERTIFICATE-----
MIIBezCCASGgAwIBAgIUUi80x9g0rbcDdsvnP9/1JJ7rkDgwCgYIKoZIzj0EAwIw
EjEQMA4GA1UEAwwHTWlsbCBDQTAgFw0yNjExMjMwMDI0MDJaGA8yMTI2MTAzMDAw
MjQwMlowEjEQMA4GA1UEAwwHTWlsbCBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABLk/7a+kFOfGPV9yEKKA4CPobxMHHGQUCj+YTPNLm+X9p+PTA/IZ5WFFnEQ4
oguGX2m1TEhOk/PQG+fOltpcvRejUzBRMB0GA1UdDgQWBBQppmGFHGc41cHZJMph
MwyUvFfx/zAfBgNVHSMEGDAWgBQppmGFHGc41cHZJMphMwyUvFfx/zAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQD72/cFk2Y/krO4uZK3E0GNnH9w
/c4iYPjdb5nBTR1tLQIgU+NNn+20tchg8JQMacr4tz2nSHDN+kuYo6LV0vEhZA4=
-----END CERTIFICATE-----
"""
Path("ca.pem").write_text(PEM)
context = program.intranet_context(Path("ca.pem"))
subjects = [dict(part[0] for part in ca["subject"]) for ca in context.get_ca_certs()]
assert {"commonName": "Mill CA"} in subjects
