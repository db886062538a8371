package io.switchboard.bench.spring;

import io.switchboard.bench.customer.Customer;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** Answers with the record. */
@RestController
class CustomerController {
    private final Customer customer;

    CustomerController(ObjectMapper json, @Value("${bench.answer}") Path answer) {
        customer = json.readValue(answer.toFile(), Customer.class);
    }

    @GetMapping("/api/crm/v1/customers/{customerId}")
    Customer get(@PathVariable("customerId") String customerId) {
        return customer;
    }
}
