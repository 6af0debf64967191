package jp.otodoke.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in one line, beside other things. */
record OrderHead(
        String number,
        String status,
        String customer,
        String buyer,
        @Nullable String phone,
        long total,
        String method,
        Instant orderedAt) {}
