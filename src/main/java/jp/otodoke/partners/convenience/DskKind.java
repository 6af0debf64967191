package jp.otodoke.partners.convenience;

import java.util.Arrays;
import java.util.Optional;
import jp.otodoke.payments.SlipNotice;

/** What 電算システム calls the kinds of its rows. */
enum DskKind {
    PRELIMINARY("01", SlipNotice.Kind.PRELIMINARY),
    FINAL("02", SlipNotice.Kind.FINAL),
    WITHDRAWN("03", SlipNotice.Kind.WITHDRAWN),
    POSTAL("12", SlipNotice.Kind.POSTAL),
    POSTAL_CORRECTED("22", SlipNotice.Kind.POSTAL_CORRECTED),
    REALTIME("81", SlipNotice.Kind.REALTIME);

    private final String code;
    private final SlipNotice.Kind kind;

    DskKind(String code, SlipNotice.Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    static Optional<DskKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    SlipNotice.Kind kind() {
        return kind;
    }

    /** Whether such a row says when the money is transferred. */
    boolean tellsTransfer() {
        return this == FINAL || this == POSTAL || this == POSTAL_CORRECTED;
    }
}
