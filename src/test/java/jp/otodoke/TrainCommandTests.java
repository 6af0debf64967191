package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UnitTest
class TrainCommandTests {
    private static final String DATABASE = "spring.datasource.url";

    @Test
    void refusesADatabaseThatItWouldFill() {
        System.setProperty(DATABASE, "jdbc:postgresql://127.0.0.1:1/firm");

        assertThat(TrainCommand.run()).isEqualTo(2);
    }

    @AfterEach
    void restore() {
        System.clearProperty(DATABASE);
    }
}
