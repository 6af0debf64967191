package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class PasswordRulesTests {
    private static final List<String> CONTEXT = List.of("hanako.juchu", "受注 花子");

    private final PasswordRules rules = new PasswordRules();

    @Test
    void asksForFifteenCharactersAndForEightBesideASecondFactor() {
        assertThat(alone("tsuki to kumo2")).containsExactly("staff.password.short");
        assertThat(alone("tsuki to kumo 2")).isEmpty();
        assertThat(rules.problems("kumo 9ts", true, CONTEXT)).isEmpty();
        assertThat(rules.problems("kumo 9t", true, CONTEXT)).containsExactly("staff.password.short.second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "雨の日は傘をさして海まで歩きます",
                "correct lantern yogurt bicycle",
                "                x marks a spot",
                "🍵 おいしいお茶を毎朝いれて飲む 🍵"
            })
    void takesAnySentenceOfAnyCharacters(String sentence) {
        assertThat(alone(sentence)).isEmpty();
    }

    @Test
    void takesVeryLongOnesAndCountsEveryCharacterOfThem() {
        var encoder = new StaffPasswords();
        var long1 = "ある晴れた朝に".repeat(12) + "A";
        var long2 = "ある晴れた朝に".repeat(12) + "B";

        assertThat(alone(long1)).isEmpty();
        assertThat(encoder.matches(long1, encoder.encode(long1))).isTrue();
        assertThat(encoder.matches(long2, encoder.encode(long1))).isFalse();
        assertThat(alone("雨と傘".repeat(70))).containsExactly("staff.password.long");
    }

    @Test
    void knowsThePasswordHoweverTheKeyboardSpellsIt() {
        var encoder = new StaffPasswords();

        assertThat(encoder.matches("ｶﾞﾗｽの靴 １２３", encoder.encode("ガラスの靴 123"))).isTrue();
    }

    @Test
    void hashesWithArgon2AsOwaspAdvises() {
        var hash = new StaffPasswords().encode("ガラスの靴 123");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void stillKnowsHashesOfBeforeAndAsksForNewOnes() {
        var passwords = new StaffPasswords();
        var before = "{bcrypt-sha384}" + new BcryptSha384().encode("ガラスの靴 123");

        assertThat(passwords.matches("ガラスの靴 123", before)).isTrue();
        assertThat(passwords.matches("ガラスの靴 124", before)).isFalse();
        assertThat(passwords.upgradeEncoding(before)).isTrue();
        assertThat(passwords.upgradeEncoding(passwords.encode("ガラスの靴 123"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234567",
                "PasswordPassword!",
                "qwertyuiop123456",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "123456789012345678",
                "sakura2026!!!!!!",
                "thisismypassword1",
                "1212121212121212"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(alone(password)).containsExactly("staff.password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"otodoke-hanako-2026", "hanako-juchu-hanako", "otodoke202611261234"})
    void refusesWhatIsMadeOfNamesThatBelongToThePersonAndTheFirm(String password) {
        assertThat(alone(password)).isNotEmpty();
    }

    private List<String> alone(String password) {
        return rules.problems(password, false, CONTEXT);
    }
}
