"""What a small shop has in its Tryton: a company, a chart of accounts, two products, two customers, three sales, and users.

Runs in the process of Tryton, by proteus; that saves writing out a chart of accounts."""
import datetime
import os
from decimal import Decimal

from proteus import Model, Wizard, config

config = config.set_trytond(os.environ['DB_NAME'], user='admin', config_file=os.environ['TRYTOND_CONFIG'])

from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, create_tax, get_accounts
from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences
from trytond.modules.company.tests.tools import create_company, get_company

get = Model.get


def only(kind, **fields):
    found = get(kind).find([(name, '=', value) for name, value in fields.items()], limit=1)
    if not found:
        raise SystemExit('no %s with %s' % (kind, fields))
    return found[0]


def make(kind, **fields):
    record = get(kind)(**fields)
    record.save()
    return record


# The company, its money and its books.
yuan = make('currency.currency', name='Renminbi', symbol='¥', code='CNY', digits=2, rounding=Decimal('0.01'))
create_company(party=make('party.party', name='Lantern Home'), currency=yuan)
company = get_company()
config._context = get('res.user').get_preferences(True, {})
create_chart(company)
year = set_fiscalyear_invoice_sequences(create_fiscalyear(company))
year.click('create_period')
accounts = get_accounts(company)
tax = create_tax(Decimal('.13'))
tax.save()
cash = make('account.invoice.payment.method', name='Bank transfer', journal=only('account.journal', type='cash'),
    credit_account=accounts['cash'], debit_account=accounts['cash'])
term = get('account.invoice.payment_term')(name='At once')
term.lines.new(type='remainder')
term.save()

# What it sells.
goods = get('product.category')(name='Home', accounting=True)
goods.account_expense, goods.account_revenue = accounts['expense'], accounts['revenue']
goods.customer_taxes.append(tax)
goods.save()


def product(code, name, price):
    template = get('product.template')(name=name, default_uom=only('product.uom', name='Unit'), type='goods', salable=True,
        list_price=Decimal(price), account_category=goods)
    template.products[0].suffix_code = code
    template.save()
    return template.products[0]


lantern, kettle = product('LANTERN', '落地灯', '299.00'), product('KETTLE', '电热水壶', '129.00')
stock = get('stock.inventory')(location=only('stock.location', code='STO'))
for each in (lantern, kettle):
    line = stock.lines.new(product=each)
    line.quantity, line.expected_quantity = 100000.0, 0.0
stock.click('confirm')


# Who buys it.
def customer(code, name, phone, mail, street, postcode, city):
    party = get('party.party')(name=name, code=code, lang=only('ir.lang', code='zh_CN'), customer_payment_term=term)
    address = party.addresses[0] if party.addresses else party.addresses.new()
    address.street, address.postal_code, address.city = street, postcode, city
    address.invoice = address.delivery = True
    party.contact_mechanisms.new(type='mobile', value=phone)
    party.contact_mechanisms.new(type='email', value=mail)
    party.save()
    return party


gold = make('party.category', name='Gold card')
make('party.category', name='Chatbot')
wang = customer('C-1001', '王秀兰', '138 0000 1001', 'wang.xiulan@example.com', '南京西路 100 号', '200040', '上海')
zhao = customer('C-1002', '赵建国', '13800001002', 'zhao@example.com', '中山路 8 号', '510030', '广州')
wang.categories.append(gold)
wang.save()
make('ir.note', resource=wang, message='来电询问保修\n客户希望周末上门')


# What they bought: one on its way, one paid and received, one not confirmed.
def sale(reference, party, *lines):
    record = get('sale.sale')(party=party, reference=reference, payment_term=term, invoice_method='order')
    for item, quantity in lines:
        line = record.lines.new()
        line.product, line.quantity = item, quantity
    record.save()
    record.click('quote')
    return record


under_way = sale('WEB-1', wang, (lantern, 1.0), (kettle, 2.0))
under_way.click('confirm')
received = sale('WEB-2', wang, (kettle, 1.0))
received.click('confirm')
for shipment in received.shipments:
    for step in ('assign_try', 'pick', 'pack', 'done'):
        shipment.click(step)
for invoice in received.invoices:
    invoice.click('post')
    paying = Wizard('account.invoice.pay', [invoice])
    paying.form.payment_method = cash
    paying.form.amount = invoice.amount_to_pay
    paying.form.date = datetime.date.today()
    paying.execute('choice')
sale('WEB-3', zhao, (lantern, 1.0))
damaged = make('sale.complaint.type', name='Damaged goods', origin=only('ir.model', model='sale.sale'))
make('sale.complaint', customer=wang, type=damaged, origin=received, company=company, description='壶盖有裂纹\n要求更换')


# Who works with it: the hub, with the rights that its documentation asks for, and somebody with none.
def user(login, password, *groups):
    record = get('res.user')(login=login, name=login)
    for name in groups:
        record.groups.append(only('res.group', name=name))
    record.companies.append(get_company())
    record.company = get_company()
    record.password = password
    record.save()


user(os.environ['LOGIN'], os.environ['PASSWORD'], 'Sales', 'Stock', 'Account', 'Party Administration')
user(os.environ['OTHER_LOGIN'], os.environ['OTHER_PASSWORD'])
