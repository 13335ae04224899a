package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CustomerRepository extends JpaRepository<Customer, Long> {

    @Query("select c from Customer c left join fetch c.addresses left join fetch c.orders")
    List<Customer> findAllWithAddressesAndOrders();

    @Query("select c from Customer c left join fetch c.addresses")
    List<Customer> findAllWithAddresses();

    @Query("select c from Customer c left join fetch c.orders")
    List<Customer> findAllWithOrders();

    @Query("select c from Customer c join fetch c.orders o order by o.id desc")
    List<Customer> findRecent(Pageable page);

    @Query("select c.id from Customer c join c.orders o group by c.id order by max(o.id) desc")
    List<Long> findRecentIds(Pageable page);

    @Query("select c from Customer c join fetch c.orders o where c.id in :ids order by o.id desc")
    List<Customer> findWithOrders(List<Long> ids);
}
