-- A row for each commit of the holder of the lease, written with what it commits: when the answer to a commit is lost, it is there or not.
-- The number of a transaction would not do, as the server gives it to another one when a crash has taken the first away.
CREATE TABLE HEADROOM_COMMIT_MARK (ID UUID PRIMARY KEY);
