package jp.otodoke.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Customers extends Repository<Customer, CustomerNumber> {
    Customer save(Customer customer);

    Optional<Customer> findById(CustomerNumber number);

    List<Customer> findAllById(Iterable<CustomerNumber> numbers);

    boolean existsById(CustomerNumber number);

    void deleteById(CustomerNumber number);

    @Query(value = "select nextval('customer_number_seq') from generate_series(1, :count)", nativeQuery = true)
    List<Long> nextNumbers(int count);

    @Query(value = "select count(*) from customer where number in (:numbers)", nativeQuery = true)
    long taken(Collection<String> numbers);

    /** Moves the sequence behind the highest imported number. */
    @Query(
            value =
                    """
                    select setval('customer_number_seq', greatest(nextval('customer_number_seq'),
                        (select max(substr(number, 2)::bigint) from customer where number ~ '^C[0-9]{7}$')))""",
            nativeQuery = true)
    long skipTakenNumbers();
}
