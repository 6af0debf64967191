package jp.otodoke.customers;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Customers extends Repository<Customer, String> {
    Customer save(Customer customer);

    Optional<Customer> findById(String number);

    boolean existsById(String number);

    void deleteById(String number);

    @Query(value = "select nextval('customer_number_seq')", nativeQuery = true)
    long nextNumber();
}
