"""Has a customer order more: what is paid and waits to be sent, and what was sent. Runs as seed.py does, after it."""
import datetime
import os

from proteus import Model, Wizard, config

config = config.set_trytond(os.environ['DB_NAME'], user='admin', config_file=os.environ['TRYTOND_CONFIG'])
get = Model.get
config._context = get('res.user').get_preferences(True, {})


def only(kind, name, value):
    found = get(kind).find([(name, '=', value)], limit=1)
    if not found:
        raise SystemExit('no %s with %s = %s' % (kind, name, value))
    return found[0]


def order(*lines):
    record = get('sale.sale')(party=only('party.party', 'code', os.environ['CUSTOMER']), invoice_method='order',
        payment_term=only('account.invoice.payment_term', 'name', 'At once'))
    for code, quantity in lines:
        line = record.lines.new()
        line.product, line.quantity = only('product.product', 'code', code), quantity
    record.save()
    record.click('quote')
    record.click('confirm')
    for invoice in record.invoices:
        invoice.click('post')
        paying = Wizard('account.invoice.pay', [invoice])
        paying.form.payment_method = only('account.invoice.payment.method', 'name', 'Bank transfer')
        paying.form.amount = invoice.amount_to_pay
        paying.form.date = datetime.date.today()
        paying.execute('choice')
    return record


for shipment in order(('KETTLE', 1.0)).shipments:
    for step in ('assign_try', 'pick', 'pack', 'done'):
        shipment.click(step)
order(('LANTERN', 1.0), ('KETTLE', 2.0))
