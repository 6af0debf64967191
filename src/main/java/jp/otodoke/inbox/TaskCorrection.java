package jp.otodoke.inbox;

import jp.otodoke.staff.Permission;

/**
 * A page where what the task is about is put right, which settles the task.
 *
 * @param page its path with parameters
 * @param needed who may
 * @param proposed whether that is better than every decision
 */
public record TaskCorrection(String page, Permission needed, boolean proposed) {}
