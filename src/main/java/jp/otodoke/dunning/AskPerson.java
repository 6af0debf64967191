package jp.otodoke.dunning;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person decides how it goes on; what is planned besides waits for that. */
@Component
class AskPerson implements DunningAction {
    private final JdbcClient jdbc;

    AskPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.PERSON;
    }

    @Override
    public String act(DunningCase one, long step) {
        jdbc.sql("update dunning_case set awaits_decision = true where id = :id")
                .param("id", one.id())
                .update();
        return "asked";
    }
}
