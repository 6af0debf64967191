package jp.otodoke.subscriptions;

import tools.jackson.databind.json.JsonMapper;

/** Rules and wishes as they are stored. */
final class StoredJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredJson() {}

    static String of(ScheduleRule rule) {
        return JSON.writeValueAsString(RuleJson.of(rule));
    }

    static ScheduleRule rule(String json) {
        return ReadRule.of(JSON.readValue(json, RuleJson.class));
    }

    static String of(Wish wish) {
        return JSON.writerFor(Wish.class).writeValueAsString(wish);
    }

    static Wish wish(String json) {
        return JSON.readValue(json, Wish.class);
    }
}
