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
import java.util.Map;
import java.util.NoSuchElementException;
import jp.otodoke.UnitTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
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
