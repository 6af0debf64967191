package jp.otodoke.platform.start;

import java.util.List;

/** The database, and the key that secrets are kept by. */
class PlatformRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(
                new RequiredSetting(
                        "SPRING_DATASOURCE_URL",
                        "spring.datasource.url",
                        "the address of the database, jdbc:postgresql://host:port/name"),
                new RequiredSetting(
                        "SPRING_DATASOURCE_USERNAME", "spring.datasource.username", "the user of the database"),
                new RequiredSetting(
                        "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password", "the password of the database"),
                new RequiredSetting(
                        "OTODOKE_SECRET_KEY",
                        "otodoke.secret-key",
                        "32 characters or more that encrypt card tokens and the secrets of second factors"));
    }
}
