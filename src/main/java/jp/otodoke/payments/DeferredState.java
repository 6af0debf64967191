package jp.otodoke.payments;

/** How far an attempt to pay by 後払い has come at the provider. */
public enum DeferredState {
    /** The provider has not answered yet. */
    ASKED,
    /** 審査中: the provider answers later. */
    REVIEW,
    /** 保留: it doubts name, address or telephone number, which a person corrects. */
    HOLD,
    /** NG. */
    REFUSED,
    /** OK: it will buy the claim once the shipping is reported. */
    SECURED,
    /** 出荷報告済み: the claim is the provider's. */
    REPORTED,
    /** Another transaction with a lower amount took its place. */
    REPLACED,
    CANCELLED;

    /** Whether the provider has something that could be cancelled. */
    boolean live() {
        return this == ASKED || this == REVIEW || this == HOLD || this == SECURED || this == REPORTED;
    }
}
