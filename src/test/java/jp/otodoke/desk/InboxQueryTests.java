package jp.otodoke.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@UnitTest
class InboxQueryTests {
    @Test
    void readsTheParametersThatAreIts() {
        var query = InboxQuery.of("group=orders&q=%E5%82%99%E8%80%83+A&page=3");

        assertThat(query.group()).isEqualTo("orders");
        assertThat(query.q()).isEqualTo("備考 A");
        assertThat(query.narrowed()).isTrue();
    }

    @Property(tries = 1000)
    void anyAddressIsAQuery(@ForAll("addresses") String address) {
        assertThat(InboxQuery.of(address)).isNotNull();
    }

    @Property(tries = 300)
    void whatWasAskedIsReadBack(@ForAll("words") @Nullable String group, @ForAll("words") @Nullable String q) {
        var query = new InboxQuery(group, null, null, q, null, null, null);

        assertThat(InboxQuery.of(query.text())).isEqualTo(query);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.oneOf(
                Arbitraries.of("q=%", "q=%zz", "group=%E5%82", "q", "&&", "=", "?q=1", "q=1&q=2", "%3D"),
                Arbitraries.strings()
                        .withChars('%', '&', '=', 'q', 'a', '+', '1', '茶')
                        .ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars('%', '&', '=', '+', ' ', 'a', '茶', '?', '#')
                .ofMaxLength(10);
    }
}
