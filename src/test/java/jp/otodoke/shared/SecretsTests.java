package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class SecretsTests {
    private static final String OLD = "old ".repeat(8);
    private static final String NEW = "new ".repeat(8);

    @Test
    void readsWhatItEncrypted() {
        var secrets = new Secrets(NEW, List.of());

        var hidden = secrets.encrypt("tok_山田");

        assertThat(hidden).startsWith(secrets.prefix()).doesNotContain("tok_");
        assertThat(secrets.decrypt(hidden)).isEqualTo("tok_山田");
        assertThat(secrets.encrypt("tok_山田")).isNotEqualTo(hidden);
    }

    @Test
    void readsTextsOfAPreviousKey() {
        var hidden = new Secrets(OLD, List.of()).encrypt("tok_1");

        var rotated = new Secrets(NEW, List.of(OLD));

        assertThat(rotated.decrypt(hidden)).isEqualTo("tok_1");
        assertThat(rotated.encrypt("tok_1")).startsWith(rotated.prefix()).isNotEqualTo(hidden);
        assertThat(rotated.rotating()).isTrue();
    }

    @Test
    void saysWhichKeyIsMissing() {
        var hidden = new Secrets(OLD, List.of()).encrypt("tok_1");

        assertThatThrownBy(() -> new Secrets(NEW, List.of()).decrypt(hidden))
                .hasMessageContaining("OTODOKE_SECRET_KEY_PREVIOUS");
    }

    @Test
    void noticesAChangedText() {
        var secrets = new Secrets(NEW, List.of());
        var hidden = secrets.encrypt("tok_1");
        var at = secrets.prefix().length() + 20;
        var changed = hidden.substring(0, at) + (hidden.charAt(at) == 'A' ? 'B' : 'A') + hidden.substring(at + 1);

        assertThatThrownBy(() -> secrets.decrypt(changed)).hasMessageContaining("changed");
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new Secrets("short", List.of())).hasMessageContaining("32 characters");
    }
}
