package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.services.IJobStatusManagerService;
import com.ibm.jbatch.container.status.JobStatus;
import com.ibm.jbatch.container.status.StepStatus;
import jakarta.batch.runtime.BatchStatus;
import java.util.List;
import java.util.Set;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.repository.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Mends what jbatch 2.1.1 leaves behind when its process dies, so that a restart goes on at the checkpoints. To be used only by
 * the process that holds the lease: then every execution that is not over and not its own is dead.
 *
 * <p>jbatch keeps a dead execution STARTED for ever, and forgets how many partitions a step had until the step is over, which
 * makes a restart fail with a NullPointerException; a step that was stopped before its partitions were made cannot be
 * restarted either.
 */
final class CrashRepair {
    private static final String DEAD = "BATCHSTATUS IN ('STARTING', 'STARTED', 'STOPPING')";

    /** What a status of a dead process becomes; an execution that was on its way to a stop is a stopped one. */
    private static final String SETTLED =
            "BATCHSTATUS = CASE BATCHSTATUS WHEN 'STOPPING' THEN 'STOPPED' ELSE 'FAILED' END, EXITSTATUS = '"
                    + JobRun.DIED + "'";

    private final Sql sql;
    private final IJobStatusManagerService statuses;

    CrashRepair(Sql sql, IJobStatusManagerService statuses) {
        this.sql = sql;
        this.statuses = statuses;
    }

    private record Unfinished(long executionId, long instanceId, String job) {
        boolean isPartition() {
            return job.startsWith(":");
        }
    }

    /** Settles every job, step and partition that is not over as FAILED or STOPPED. Its end becomes its last sign of life. */
    void settleDead() {
        List<Unfinished> dead = sql.query(
                "SELECT E.JOBEXECID, E.JOBINSTANCEID, I.NAME FROM EXECUTIONINSTANCEDATA E"
                        + " JOIN JOBINSTANCEDATA I ON I.JOBINSTANCEID = E.JOBINSTANCEID WHERE E." + DEAD,
                row -> new Unfinished(row.getLong(1), row.getLong(2), row.getString(3)));
        for (Unfinished execution : dead) {
            if (execution.isPartition() || hasBegun(execution.instanceId())) {
                settleStatus(execution);
            } else {
                abandon(execution.executionId());
            }
        }
        sql.update("UPDATE STEPEXECUTIONINSTANCEDATA S SET " + SETTLED + ", ENDTIME = (SELECT"
                + " COALESCE(E.UPDATETIME, E.CREATETIME) FROM EXECUTIONINSTANCEDATA E WHERE E.JOBEXECID = S.JOBEXECID)"
                + " WHERE " + DEAD);
        sql.update("UPDATE EXECUTIONINSTANCEDATA SET " + SETTLED + ", ENDTIME = COALESCE(UPDATETIME, CREATETIME) WHERE "
                + DEAD);
    }

    private void settleStatus(Unfinished execution) {
        @Nullable JobStatus status = statuses.getJobStatus(execution.instanceId());
        if (status != null && isOpen(status.getBatchStatus())) {
            status.setBatchStatus(BatchStatus.FAILED);
            statuses.updateJobStatus(status);
        }
        List<String> steps = sql.query(
                "SELECT STEPNAME FROM STEPEXECUTIONINSTANCEDATA WHERE JOBEXECID = ? AND " + DEAD,
                row -> row.getString(1),
                execution.executionId());
        for (String step : steps) {
            @Nullable StepStatus stepStatus = statuses.getStepStatus(execution.instanceId(), step);
            if (stepStatus != null && isOpen(stepStatus.getBatchStatus())) {
                stepStatus.setBatchStatus(BatchStatus.FAILED);
                statuses.updateStepStatus(stepStatus.getStepExecutionId(), stepStatus);
            }
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
    }

    /** jbatch writes what a restart needs after the execution itself; one that died in between cannot be gone on with. */
    private boolean hasBegun(long instanceId) {
        @Nullable JobStatus status = statuses.getJobStatus(instanceId);
        return status != null && status.getJobInstance() != null;
    }

    private void abandon(long executionId) {
        sql.update(
                "UPDATE EXECUTIONINSTANCEDATA SET BATCHSTATUS = ?, EXITSTATUS = ?,"
                        + " ENDTIME = COALESCE(UPDATETIME, CREATETIME) WHERE JOBEXECID = ?",
                RunStatus.ABANDONED.name(),
                JobRun.DIED,
                executionId);
    }

    /** Makes the partitioned steps of an execution fit for a restart. */
    void prepareRestart(JobRun run) {
        Set<String> partitioned = PartitionedSteps.of(
                statuses.getJobStatus(run.instanceId()).getJobInstance().getJobXML());
        for (String step : partitioned) {
            @Nullable StepStatus stepStatus = statuses.getStepStatus(run.instanceId(), step);
            if (stepStatus != null && stepStatus.getBatchStatus() != BatchStatus.COMPLETED) {
                mendPartitions(run.instanceId(), step, stepStatus);
            }
        }
    }

    private record Partition(long instanceId, int number, boolean begun) {}

    /**
     * jbatch makes all partitions before it starts the first. So when one has begun, all are there and their number is known;
     * when none has, the step is put back to where it had not begun, and its mapper is asked again.
     */
    private void mendPartitions(long instanceId, String step, StepStatus status) {
        String prefix = ":" + instanceId + ":" + step + ":";
        List<Partition> partitions = sql.query(
                "SELECT I.JOBINSTANCEID, SUBSTRING(I.NAME, ?), EXISTS (SELECT 1 FROM EXECUTIONINSTANCEDATA E"
                        + " WHERE E.JOBINSTANCEID = I.JOBINSTANCEID AND E.STARTTIME IS NOT NULL)"
                        + " FROM JOBINSTANCEDATA I WHERE LEFT(I.NAME, ?) = ?",
                row -> new Partition(row.getLong(1), Integer.parseInt(row.getString(2)), row.getBoolean(3)),
                prefix.length() + 1,
                prefix.length(),
                prefix);
        if (partitions.stream().anyMatch(Partition::begun)) {
            if (status.getNumPartitions() == null) {
                int count = 1
                        + partitions.stream().mapToInt(Partition::number).max().orElse(0);
                status.setNumPartitions(count);
                statuses.updateStepStatus(status.getStepExecutionId(), status);
            }
        } else {
            partitions.forEach(p -> sql.update("DELETE FROM JOBINSTANCEDATA WHERE JOBINSTANCEID = ?", p.instanceId()));
            sql.update("DELETE FROM STEPSTATUS WHERE ID = ?", status.getStepExecutionId());
        }
    }
}
