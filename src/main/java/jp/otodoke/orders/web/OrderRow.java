package jp.otodoke.orders.web;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.platform.personal.Personal;
import org.jspecify.annotations.Nullable;

/** One order in lists and exports. */
record OrderRow(
        String number,
        String status,
        Instant statusSince,
        Instant orderedAt,
        String channel,
        @Nullable String channelOrderId,
        String customer,
        @Personal(Personal.Kind.NAME) String buyer,
        @Personal(Personal.Kind.PHONE) String phone,
        String method,
        long pieces,
        String goods,
        long total,
        @Nullable LocalDate delivery,
        @Nullable LocalDate shipDay) {}
