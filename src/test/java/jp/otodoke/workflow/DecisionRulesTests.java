package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;

/** The tables for shipping as they are delivered, and with a rule that a firm has added before the last. */
@UnitTest
class DecisionRulesTests {
    private static final String HOKKAIDO =
            """
            <rule id="rule-north">
              <description>北海道の冷凍品</description>
              <inputEntry id="north-temperature"><text>"FROZEN","CHILLED"</text></inputEntry>
              <inputEntry id="north-prefecture"><text>"北海道"</text></inputEntry>
              <outputEntry id="north-warehouse"><text>"NORTH"</text></outputEntry>
            </rule>
            <rule id="rule-usual">""";

    private final RepositoryService repository = mock(RepositoryService.class, RETURNS_DEEP_STUBS);
    private final DecisionRules rules = new DecisionRules(repository);

    @Test
    void asDeliveredTheyAnswerWhatIsConfigured() throws IOException {
        deployed("shipping-warehouse", "", "");
        deployed("shipping-carrier", "", "");

        assertThat(rules.decide("shipping-warehouse", from("FROZEN", "北海道"))).isEqualTo(Map.of("warehouse", "COOL"));
        assertThat(rules.decide(
                        "shipping-carrier",
                        Map.of(
                                "warehouse", "MAIN",
                                "cool", "NONE",
                                "prefecture", "東京都",
                                "usualCarrier", "SAGAWA",
                                "usualService", "HIKYAKU")))
                .isEqualTo(Map.of("carrier", "SAGAWA", "service", "HIKYAKU"));
        assertThat(rules.outcomes("shipping-carrier", "carrier")).isEmpty();
    }

    @Test
    void aRuleBeforeTheLastDecidesForWhatItCovers() throws IOException {
        deployed("shipping-warehouse", "<rule id=\"rule-usual\">", HOKKAIDO);

        assertThat(rules.decide("shipping-warehouse", from("FROZEN", "北海道"))).isEqualTo(Map.of("warehouse", "NORTH"));
        assertThat(rules.decide("shipping-warehouse", from("FROZEN", "沖縄県"))).isEqualTo(Map.of("warehouse", "COOL"));
        assertThat(rules.decide("shipping-warehouse", from("AMBIENT", "北海道"))).isEqualTo(Map.of("warehouse", "COOL"));
        assertThat(rules.outcomes("shipping-warehouse", "warehouse")).containsExactly("NORTH");
    }

    @Test
    void theTableIsReadOnceHoweverManyAsk() throws IOException {
        deployed("shipping-warehouse", "", "");

        for (int i = 0; i < 1000; i++) {
            rules.decide("shipping-warehouse", from("FROZEN", "P" + i % 50));
        }

        verify(repository, times(1)).getDmnModelInstance("shipping-warehouse");
    }

    @Test
    void whatNoRuleCoversIsAFault() throws IOException {
        deployed("shipping-warehouse", "<text></text>", "<text>\"OTHER\"</text>");

        assertThatThrownBy(() -> rules.decide("shipping-warehouse", from("FROZEN", "北海道")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("shipping-warehouse");
    }

    @Test
    void aTableIsRefusedWhoseRulesNameWhatDoesNotExistWithTheTableTheRuleAndTheText() throws IOException {
        deployed("shipping-warehouse", "<rule id=\"rule-usual\">", HOKKAIDO);
        rules.check("shipping-warehouse", only("COOL", "FROZEN", "CHILLED", "北海道"));

        assertThatThrownBy(rules::afterSingletonsInstantiated)
                .isInstanceOf(RefusedDecisionTable.class)
                .hasMessageContainingAll("shipping-warehouse.dmn", "rule 1 (rule-north)", "warehouse: NORTH");
    }

    @Test
    void aTableIsRefusedWhoseConditionNamesWhatDoesNotExist() throws IOException {
        deployed("shipping-warehouse", "<rule id=\"rule-usual\">", HOKKAIDO);
        rules.check("shipping-warehouse", only("NORTH", "FROZEN", "CHILLED"));

        assertThatThrownBy(rules::afterSingletonsInstantiated).hasMessageContaining("prefecture: 北海道");
    }

    @Test
    void aConditionThatAsksForAPartOfATextIsLeftToItself() throws IOException {
        deployed(
                "shipping-warehouse",
                "<rule id=\"rule-usual\">",
                HOKKAIDO.replace("\"北海道\"", "contains(cellInput, \"海\")"));
        rules.check("shipping-warehouse", only("NORTH", "FROZEN", "CHILLED"));

        rules.afterSingletonsInstantiated();

        assertThat(rules.outcomes("shipping-warehouse", "warehouse")).containsExactly("NORTH");
    }

    @Test
    void aTextWithoutQuotesThatIsNoNameIsRefused() throws IOException {
        deployed("shipping-warehouse", "<text>usualWarehouse</text>", "<text>NORTH</text>");
        rules.check("shipping-warehouse", only("NORTH"));

        assertThatThrownBy(rules::afterSingletonsInstantiated).hasMessageContainingAll("rule-usual", "NORTH", "引用符");
    }

    @Test
    void aTableWhoseResultNobodyReadsIsRefused() throws IOException {
        deployed("shipping-warehouse", "name=\"warehouse\"", "name=\"wharehouse\"");
        rules.check("shipping-warehouse", only());

        assertThatThrownBy(rules::afterSingletonsInstantiated)
                .isInstanceOf(RefusedDecisionTable.class)
                .hasMessageContainingAll("shipping-warehouse.dmn", "wharehouse", "otherWarehouses, warehouse");
    }

    @Test
    void aTableThatAsksForWhatIsNotKnownIsRefused() throws IOException {
        deployed("shipping-warehouse", "${prefecture}", "${prefectur}");
        rules.check("shipping-warehouse", only());

        assertThatThrownBy(rules::afterSingletonsInstantiated)
                .hasMessageContainingAll("shipping-warehouse.dmn", "prefectur", "prefecture, temperature");
    }

    @Test
    void ofATableThatCollectsEveryRuleThatAppliesCounts() throws IOException {
        deployed("order-review", "", "");
        var nothing = new HashMap<String, Object>(Map.of(
                "attention", false,
                "addressProblem", false,
                "method", "CREDIT_CARD",
                "total", 1_000L,
                "remark", false,
                "repeated", false,
                "firstOrder", false,
                "firstWithMethod", false));

        assertThat(rules.collect("order-review", nothing, "reason")).isEmpty();
        nothing.putAll(Map.of("attention", true, "remark", true));
        assertThat(rules.collect("order-review", nothing, "reason"))
                .containsExactlyInAnyOrder("ATTENTION_CUSTOMER", "REMARK");
    }

    @Test
    void whileItRunsARefusedVersionIsLeftAndTheOneBeforeDecidesOn() throws IOException {
        deployed("shipping-warehouse", "<text>usualWarehouse</text>", "<text>\"TYPO\"</text>");
        var older = mock(DecisionDefinition.class);
        when(older.getId()).thenReturn("older");
        var versions = mock(DecisionDefinitionQuery.class);
        when(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("shipping-warehouse")
                        .orderByDecisionDefinitionVersion())
                .thenReturn(versions);
        when(versions.desc()).thenReturn(versions);
        when(versions.list()).thenReturn(List.of(older));
        var delivered = Files.readAllBytes(Path.of("bpmn/fulfilment/shipping-warehouse.dmn"));
        when(repository.getDmnModelInstance("older"))
                .thenReturn(Dmn.readModelFromStream(new ByteArrayInputStream(delivered)));
        rules.check("shipping-warehouse", only());

        assertThat(rules.decide("shipping-warehouse", from("FROZEN", "北海道"))).containsEntry("warehouse", "COOL");
    }

    @Test
    void aResultThatCanNotBeEvaluatedIsAsUndecidedAsNoRule() throws IOException {
        deployed("shipping-warehouse", "<text>usualWarehouse</text>", "<text>usualWarehouse + (</text>");

        assertThatThrownBy(() -> rules.decide("shipping-warehouse", from("FROZEN", "北海道")))
                .isInstanceOf(Undecided.class);
    }

    private static DecisionCheck only(String... known) {
        return new DecisionCheck() {
            @Override
            public Set<String> names() {
                return Set.of("temperature", "prefecture", "usualWarehouse");
            }

            @Override
            public Set<String> outputs() {
                return Set.of("warehouse", "otherWarehouses");
            }

            @Override
            public Optional<BilingualText> problem(String column, String value) {
                return List.of(known).contains(value)
                        ? Optional.empty()
                        : Optional.of(BilingualText.asWritten(column + ": " + value));
            }
        };
    }

    private void deployed(String table, String text, String instead) throws IOException {
        var dmn = Files.readString(Path.of("bpmn/fulfilment/" + table + ".dmn")).replace(text, instead);
        var definition = mock(DecisionDefinition.class);
        when(definition.getId()).thenReturn(table);
        when(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .latestVersion()
                        .singleResult())
                .thenReturn(definition);
        when(repository.getDmnModelInstance(table))
                .thenReturn(Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, String> from(String temperature, String prefecture) {
        return Map.of("temperature", temperature, "prefecture", prefecture, "usualWarehouse", "COOL");
    }
}
