package jp.otodoke.payments.paper.banks;

/** How much a file of bank codes claims to have; what it has not is gone, or not known to it. */
public enum BankCodeScope {
    /** What is not in it stays. */
    PART,
    /** It has all branches of the banks that are in it. */
    BRANCHES,
    /** It has all banks with all their branches. */
    ALL
}
