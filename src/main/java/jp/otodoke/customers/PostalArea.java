package jp.otodoke.customers;

/**
 * One of the areas that a postal code stands for. The town is empty where the code covers what has no code of
 * its own; street and office are filled for the codes of large receivers only.
 */
public record PostalArea(
        String zip,
        String prefecture,
        String city,
        String town,
        String street,
        String office,
        String prefectureKana,
        String cityKana,
        String townKana) {}
