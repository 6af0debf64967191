-- Who works on a request renews its claim in real time; the claim of a killed node ends by itself.
alter table idempotent_request add column claimed_until timestamptz;
