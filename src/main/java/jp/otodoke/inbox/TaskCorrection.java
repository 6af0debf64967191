package jp.otodoke.inbox;

import jp.otodoke.staff.Permission;

/**
 * A page on which the problem behind a task can be corrected, which completes the task.
 *
 * @param page path with parameters
 * @param needed required permission
 * @param proposed whether this is preferred over all decisions
 */
public record TaskCorrection(String page, Permission needed, boolean proposed) {}
