package jp.otodoke.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MediaTests {
    @Autowired
    Media media;

    @Autowired
    SaveMedium saveMedium;

    @Autowired
    JdbcClient jdbc;

    private final String code =
            "MT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @Test
    void aMediumIsFoundByItsCodeAndByTheNumberDialledHoweverTheyAreTyped() {
        save("ｍｔ－ｔｖ", "朝の番組", "０１２０（５５５）１０１");

        assertThat(media.find("mt-tv")).contains(new Medium("MT-TV", "朝の番組", "0120555101", true));
        assertThat(media.find("0120-555-101")).map(Medium::code).contains("MT-TV");
        assertThat(media.find("0120555199")).isEmpty();
        assertThat(media.find(" ")).isEmpty();
        assertThat(media.find(null)).isEmpty();
    }

    /** A code of digits only could be a number too. */
    @Test
    void theCodeCountsBeforeTheNumberDialled() {
        save("0120555111", "コードが番号", null);
        save(code, "番号が同じ", "0120555111");

        assertThat(media.find("0120555111")).map(Medium::name).contains("コードが番号");
    }

    @Test
    void oneNumberBelongsToOneMediumWhichMayKeepIt() {
        save(code, "夜の番組", "0120555121");

        assertThat(problems(code + "-X", "昼の番組", "0120555121")).containsExactly("dialled taken");
        save(code, "夜の番組 再放送", "0120555121");
        assertThat(media.find(code)).map(Medium::name).contains("夜の番組 再放送");
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(problems("番組", " ", "12345"))
                .containsExactlyInAnyOrder("code invalid", "name required", "dialled invalid");
        assertThat(problems(code, "名".repeat(101), null)).containsExactly("name required");
    }

    @Test
    void anOldMediumStaysKnownAndStandsBelowTheOthers() {
        saveMedium.save(new Medium("A" + code, "終わった広告", null, false));
        save("Z" + code, "続いている広告", null);

        assertThat(media.find("A" + code)).map(Medium::active).contains(false);
        assertThat(media.all()).extracting(Medium::code).containsSubsequence("Z" + code, "A" + code);
    }

    @Test
    void theAuditTrailSaysWhatWasSaved() {
        save(code, "記録に残る広告", null);

        assertThat(jdbc.sql("select detail from audit_entry where action = 'medium-saved' and subject = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("記録に残る広告");
    }

    private void save(String typed, String name, @Nullable String dialled) {
        saveMedium.save(new Medium(typed, name, dialled, true));
    }

    private List<String> problems(String typed, String name, @Nullable String dialled) {
        var found = new ArrayList<String>();
        assertThatThrownBy(() -> save(typed, name, dialled))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> refused.problems().stream()
                        .map((FieldProblem problem) -> problem.field() + " " + problem.code())
                        .forEach(found::add));
        return found;
    }
}
