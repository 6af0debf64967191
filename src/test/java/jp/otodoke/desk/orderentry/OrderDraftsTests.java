package jp.otodoke.desk.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was typed and not yet ordered survives, and is nobody else's. */
@ModuleTest
class OrderDraftsTests {
    @Autowired
    OrderDrafts drafts;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String token = UUID.randomUUID().toString();
    private final String clerk = "clerk-" + token.substring(0, 8);

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T09:00:00+09:00");
    }

    @Test
    void aWindowThatIsBehindOverwritesNothing() {
        assertThat(drafts.save(typed("0", "一"), clerk)).contains(1);
        assertThat(drafts.save(typed("1", "二"), clerk)).contains(2);

        assertThat(drafts.save(typed("1", "古い窓"), clerk)).isEmpty();

        assertThat(drafts.find(token, clerk)).hasValueSatisfying(draft -> {
            assertThat(draft.note()).isEqualTo("二");
            assertThat(draft.revision()).isEqualTo("2");
        });
    }

    @Test
    void onlyItsAuthorOpensChangesAndDiscardsADraft() {
        drafts.save(typed("0", "私のもの"), clerk);

        assertThat(drafts.find(token, "other")).isEmpty();
        assertThat(drafts.of("other")).isEmpty();
        assertThat(drafts.save(typed("1", "横取り"), "other")).isEmpty();
        drafts.discard(token, "other");
        assertThat(drafts.find(token, clerk)).map(OrderForm::note).contains("私のもの");

        drafts.discard(token, clerk);
        assertThat(drafts.find(token, clerk)).isEmpty();
    }

    @Test
    void whatIsStoredCanNotBeReadInTheDatabaseAndHoldsNoCard() {
        drafts.save(typed("0", "秘密のメモ"), clerk);

        assertThat(jdbc.sql("select content from order_draft where token = ?")
                        .param(token)
                        .query(String.class)
                        .single())
                .doesNotContain("秘密のメモ", "tok_1");
        assertThat(drafts.find(token, clerk)).map(OrderForm::note).contains("秘密のメモ");
        assertThat(drafts.find(token, clerk).orElseThrow().cardToken()).isNull();
    }

    @Test
    void aDraftThatNobodyTouchesGoesAfterTwoWeeks() {
        drafts.save(typed("0", "古い"), clerk);
        clock.advance(Duration.ofDays(13));
        drafts.save(OrderForm.empty(UUID.randomUUID().toString()), clerk);
        assertThat(drafts.of(clerk)).hasSize(2);

        clock.advance(Duration.ofDays(2));
        drafts.save(OrderForm.empty(UUID.randomUUID().toString()), clerk);

        assertThat(drafts.find(token, clerk)).isEmpty();
        assertThat(drafts.of(clerk)).hasSize(2);
    }

    @Test
    void aFormWithoutATokenIsNotSaved() {
        assertThat(drafts.save(OrderForm.empty(" "), clerk)).isEmpty();
        assertThat(drafts.save(OrderForm.empty("x".repeat(51)), clerk)).isEmpty();
        assertThat(drafts.of(clerk)).isEmpty();
    }

    private OrderForm typed(String revision, String note) {
        return json.convertValue(
                Map.of("token", token, "revision", revision, "note", note, "cardToken", "tok_1"), OrderForm.class);
    }
}
