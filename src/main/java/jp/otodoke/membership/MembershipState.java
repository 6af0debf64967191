package jp.otodoke.membership;

/** Whether somebody is a member now. */
public enum MembershipState {
    ACTIVE,
    /** 休止: nothing is sent, printed or charged. */
    DORMANT,
    /** Dues were not paid in time. */
    LAPSED,
    /** 退会. */
    WITHDRAWN
}
