package jp.otodoke.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.DecisionTables.Heading;
import jp.otodoke.workflow.DecisionTables.Line;
import jp.otodoke.workflow.DecisionTables.Table;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

@UnitTest
class DecisionTableTextsTests {
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private final DecisionTableTexts words = new DecisionTableTexts();

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "order-review, 確かめ, これを確かめる, すべての受注",
        "shipping-carrier, 届ける会社, これで届ける, すべての荷物",
        "shipping-warehouse, 出荷する倉庫, ここから出荷する, すべての商品",
        "of-a-firm, 元の式, 結果, いつでも"
    })
    void eachTableSaysInItsOwnWordsWhatItDecides(String table, String lead, String then, String always) {
        LocaleContextHolder.setLocale(Locale.JAPANESE);

        var said = words.read(new Table(table, table, 1, "FIRST", List.of(), List.of(), List.of()))
                .words();

        assertThat(said.lead()).contains(lead);
        assertThat(said.then()).isEqualTo(then);
        assertThat(said.always()).isEqualTo(always);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    total     | > 300000                          | ja | 合計: ¥300,000 を超える
                    total     | > 300000                          | en | Total: over ¥300,000
                    total     | [1000..5000]                      | ja | 合計: ¥1,000 以上 ¥5,000 以下
                    total     | <= 5000                           | en | Total: up to ¥5,000
                    method    | "CASH_ON_DELIVERY"                | ja | 支払方法: 代金引換
                    method    | "CASH_ON_DELIVERY","DEFERRED"     | ja | 支払方法: 代金引換・後払い
                    method    | not("CREDIT_CARD")                | en | Payment method: other than Credit card
                    attention | true                              | ja | 注意顧客の受注
                    attention | false                             | ja | 注意顧客: いいえ
                    total     | ${total > 3}                      | ja | 合計: ${total > 3}
                    """)
    void saysAConditionAsItIsMeant(String input, String raw, String language, String said) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        var read = words.read(table(input, raw));

        assertThat(read.rules().get(0).conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.words()).isEqualTo(said);
            assertThat(condition.raw()).isEqualTo(input + ": " + raw);
        });
    }

    /** Whoever adds an input, an outcome or a rule to the policy of the demo gives it its words. */
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everythingInTheReviewPolicyHasItsWords(String language) {
        var reader = Locale.forLanguageTag(language);
        var dmn = Dmn.readModelFromFile(
                Path.of("bpmn/fulfilment/order-review.dmn").toFile());
        var keys = new ArrayList<String>();
        for (var input : dmn.getModelElementsByType(Input.class)) {
            keys.add(id(input, "input-"));
        }
        for (var rule : dmn.getModelElementsByType(Rule.class)) {
            keys.add("rule." + id(rule, "rule-"));
            rule.getOutputEntries()
                    .forEach(outcome -> keys.add("reason."
                            + outcome.getText().getTextContent().strip().replace("\"", "")));
        }

        assertThat(dmn.getModelElementsByType(Output.class)).hasSize(1);
        assertThat(keys).contains("firstOrder", "reason.REMARK", "rule.address").allSatisfy(key -> {
            var said = BilingualText.withDefault("", "decision.order-review." + key)
                    .in(reader);
            assertThat(said).as(key).isNotBlank();
            assertThat(JAPANESE.matcher(said).find()).as(said).isEqualTo(language.equals("ja"));
        });
    }

    @ParameterizedTest
    @CsvSource({"shipping-warehouse, ja", "shipping-warehouse, en", "shipping-carrier, ja", "shipping-carrier, en"})
    void everythingInTheRulesForShippingHasItsWords(String table, String language) {
        var reader = Locale.forLanguageTag(language);
        var dmn = Dmn.readModelFromFile(
                Path.of("bpmn/fulfilment/" + table + ".dmn").toFile());
        var keys = new ArrayList<String>();
        dmn.getModelElementsByType(Input.class)
                .forEach(input -> keys.add("decision." + table + "." + id(input, "input-")));
        for (var rule : dmn.getModelElementsByType(Rule.class)) {
            keys.add("decision." + table + ".rule." + id(rule, "rule-"));
            rule.getOutputEntries()
                    .forEach(outcome -> keys.add("decision.value."
                            + outcome.getText().getTextContent().strip()));
        }

        assertThat(keys).hasSizeGreaterThan(3).allSatisfy(key -> {
            var said = BilingualText.withDefault("", key).in(reader);
            assertThat(said).as(key).isNotBlank();
            assertThat(JAPANESE.matcher(said).find()).as(said).isEqualTo(language.equals("ja"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void showsTheInputsThatNoRuleUses(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        var read = words.read(new Table(
                "order-review",
                "",
                1,
                "COLLECT",
                List.of(new Heading("remark", "備考"), new Heading("own", "うちの項目")),
                List.of(new Heading("reason", "")),
                List.of(new Line("own", List.of("true", ""), List.of("\"OWN\""), "うちの決まり"))));

        assertThat(read.unused()).containsExactly("うちの項目");
        assertThat(read.rules().get(0).remark()).isEqualTo("うちの決まり");
        assertThat(read.rules().get(0).results().get(0).words()).isEqualTo("OWN");
    }

    private static String id(ModelElementInstance element, String prefix) {
        return ((DmnElement) element).getId().substring(prefix.length());
    }

    private static Table table(String input, String raw) {
        return new Table(
                "order-review",
                "",
                1,
                "COLLECT",
                List.of(new Heading(input, "")),
                List.of(),
                List.of(new Line("one", List.of(raw), List.of(), "")));
    }
}
