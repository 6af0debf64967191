package jp.otodoke.customers;

import java.util.List;

/** What a table of the post office holds of one city. */
public record PostalCity(String prefecture, String city, List<PostalArea> areas) {}
