package org.headroom.rules.file;

/**
 * One approval of a policy, bound to its files by their digest.
 *
 * @param policy id of the policy
 * @param version its version
 * @param digest what {@link Approvals#digest} gives for the folder that was approved
 * @param approvedBy who approved it
 * @param date day of the approval, ISO 8601
 * @param note what was said with it; may be empty
 */
public record Approval(String policy, String version, String digest, String approvedBy, String date, String note) {}
