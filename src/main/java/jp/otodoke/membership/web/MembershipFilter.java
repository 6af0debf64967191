package jp.otodoke.membership.web;

import java.util.Arrays;
import jp.otodoke.membership.MembershipState;
import jp.otodoke.membership.Memberships;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Which members a page lists, as it stands in its address; what is none is left out. */
record MembershipFilter(@Nullable String state, @Nullable String plan, @Nullable String customer) {
    Memberships.Filter read() {
        return new Memberships.Filter(stateOf(), TextNormalizer.orNull(plan), TextNormalizer.orNull(customer));
    }

    @Nullable
    MembershipState stateOf() {
        return Arrays.stream(MembershipState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }
}
